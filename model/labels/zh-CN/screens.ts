/** Papers, and what battle cards say of products. */
export const screens = {
  "Their products against ours": "对手产品与我方产品对比", "Their product": "对手产品", "Our product": "我方产品", "Their price": "对手价格", "Where we win": "我方优势", "Where they win": "对手优势", "Battle card": "竞争卡",
  "Paper": "单据版式", "Papers": "单据版式", "Used for": "用于", "Quotes": "报价单", "Orders": "订单", "Invoices": "发票", "Paper size": "纸张", "A4": "A4 纸", "US letter": "美式信纸", "Colour": "颜色", "Our name and address": "本公司名称与地址",
  "Line at the top of each page": "每页页眉", "Text above the lines": "明细上方文字", "Columns": "列", "Column": "列", "Terms and conditions": "条款", "Line at the foot of each page": "每页页脚", "No mark on drafts": "草稿不加水印", "Words": "文字", "Logo": "标志",
  "Position": "序号", "Product number": "产品编号", "Quantity": "数量", "Unit": "单位", "Price per unit": "单价", "Discount": "折扣", "Tax rate": "税率", "Tax": "税额", "Amount": "金额", "Language": "语言", "English": "英语", "Chinese": "中文",
} as const;
