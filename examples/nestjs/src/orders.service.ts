import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { Order } from './order.entity.js';

@Injectable()
export class OrdersService {
  constructor(@InjectRepository(Order) private readonly orders: Repository<Order>) {}

  async create(customer: string): Promise<Order> {
    const order = this.orders.create({ customer });
    this.orders.save(order); // lost
    return order;
  }

  async remove(id: string): Promise<void> {
    await this.orders.delete(id);
  }
}
