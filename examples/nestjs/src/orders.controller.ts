import { Body, Controller, Delete, Param, Post } from '@nestjs/common';
import { OrdersService } from './orders.service.js';

@Controller('orders')
export class OrdersController {
  constructor(private readonly orders: OrdersService) {}

  @Post()
  async create(@Body('customer') customer: string): Promise<{ readonly id: string }> {
    const { id } = await this.orders.create(customer);
    return { id };
  }

  @Delete(':id')
  async remove(@Param('id') id: string): Promise<{ readonly removed: string }> {
    this.orders.remove(id); // lost
    return { removed: id };
  }
}
