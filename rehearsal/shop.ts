/** A product as the consoles' goods panels show it. */
export interface Product {
  id: string;
  name: string;
  /** yuan */
  price: number;
  stock: number;
  sold: number;
  picture: 'coat' | 'sweater' | 'quilt' | 'cup' | 'cream' | 'jerky' | 'bottle' | 'lamp';
  hue: number;
}

/** What is on sale tonight, in link order from 1. */
export const shop: readonly Product[] = [
  {
    id: '3721004410018',
    name: '中长款风衣女春秋双排扣收腰',
    price: 269,
    stock: 412,
    sold: 138,
    picture: 'coat',
    hue: 28,
  },
  {
    id: '3721004410025',
    name: '半高领羊毛衫女100%绵羊毛',
    price: 199,
    stock: 286,
    sold: 96,
    picture: 'sweater',
    hue: 350,
  },
  {
    id: '3721004410032',
    name: '桑蚕丝被春秋被200×230 2斤',
    price: 499,
    stock: 150,
    sold: 41,
    picture: 'quilt',
    hue: 210,
  },
  {
    id: '3721004410049',
    name: '316不锈钢保温杯500ml弹盖',
    price: 79,
    stock: 938,
    sold: 327,
    picture: 'cup',
    hue: 165,
  },
  {
    id: '3721004410056',
    name: '神经酰胺保湿面霜50g',
    price: 129,
    stock: 520,
    sold: 204,
    picture: 'cream',
    hue: 300,
  },
  {
    id: '3721004410063',
    name: '内蒙古风干牛肉干500g独立包装',
    price: 89,
    stock: 764,
    sold: 452,
    picture: 'jerky',
    hue: 12,
  },
  {
    id: '3721004410070',
    name: '钙维生素D片60片（保健食品）',
    price: 68,
    stock: 333,
    sold: 75,
    picture: 'bottle',
    hue: 48,
  },
  {
    id: '3721004410087',
    name: '国AA级护眼台灯学生学习三档调光',
    price: 159,
    stock: 207,
    sold: 63,
    picture: 'lamp',
    hue: 190,
  },
];
