import { pool } from '@/lib/db';
import { NextResponse } from 'next/server';

export async function POST(request: Request): Promise<NextResponse> {
  const { customer } = (await request.json()) as { readonly customer: string };
  const id = crypto.randomUUID();
  pool.query('insert into orders (id, customer) values ($1, $2)', [id, customer]); // lost
  return NextResponse.json({ id }, { status: 201 });
}
