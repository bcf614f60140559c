import { Pool } from 'pg';

const pool = new Pool();

export async function saveOrder(id: string, customer: string): Promise<void> {
  await pool.query('insert into orders (id, customer) values ($1, $2)', [id, customer]);
}
