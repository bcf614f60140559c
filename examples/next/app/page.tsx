import { pool } from '@/lib/db';

async function cancelOrder(form: FormData): Promise<void> {
  'use server';
  await pool.query('delete from orders where id = $1', [form.get('id')]);
}

export default async function Page() {
  const { rows } = await pool.query<{ readonly id: string }>('select id from orders');
  return (
    <form action={cancelOrder}>
      {rows.map(({ id }) => (
        <button key={id} name="id" value={id}>
          {id}
        </button>
      ))}
    </form>
  );
}
