import { Pool } from 'pg';

const pool = new Pool();

export async function createOrder(customer: string): Promise<string> {
  const id = crypto.randomUUID();
  pool.query('insert into orders (id, customer) values ($1, $2)', [id, customer]); // lost
  return id;
}

export async function cancelOrders(ids: readonly string[]): Promise<void> {
  await Promise.all(ids.map(id => pool.query('delete from orders where id = $1', [id])));
}
