/** Templates and what is sent. */
export const writing = {
  "Template": "模板", "Templates": "模板", "Language": "语言", "English": "英语", "Chinese": "中文", "German": "德语", "French": "法语", "Spanish": "西班牙语", "Japanese": "日语",
  "Anyone": "任何人", "Quote": "报价单", "Order": "订单", "Invoice": "发票", "Purpose": "用途", "Agenda": "议程", "Announcement": "公告", "Answer to a refusal": "婉拒回复",
  "Earlier versions": "历史版本", "Offered until": "使用至", "Replaced by": "被取代为",
  "Sent literature": "已发资料", "Person": "联系人/潜在顾客", "Details": "详情信息",
  "Link to a file": "文件链接", "Links to files": "文件链接", "Key": "密钥", "Works until": "有效期至", "Stopped": "已停用", "Stop link": "停用链接",
} as const;
