import { saveOrder } from '@example/store';

export async function createOrder(customer: string): Promise<string> {
  const id = crypto.randomUUID();
  saveOrder(id, customer); // lost
  return id;
}
