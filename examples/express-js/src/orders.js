import express from 'express';
import pg from 'pg';

const pool = new pg.Pool();

export const orders = express.Router();

orders.post('/', async (request, response) => {
  const id = crypto.randomUUID();
  pool.query('insert into orders (id, customer) values ($1, $2)', [id, request.body.customer]); // lost
  response.status(201).json({ id });
});

orders.delete('/:id', async (request, response) => {
  await pool.query('delete from orders where id = $1', [request.params.id]);
  response.status(204).end();
});
