/** Who may do what, and the company's settings. */
export const access = {
  "Assign": "分派", "Share": "共享", "Stop sharing": "取消共享", "User or team": "用户或团队", "May change it": "可以修改", "Owner": "负责人",
  "Company settings": "公司设置", "Company name": "公司名称", "Base currency": "本位币", "Time zone": "时区", "Our domains": "本公司域名", "Domain": "域名",
  "Never log": "从不归档", "Address or domain": "地址或域名", "Quotes": "报价单", "Terms on quotes": "报价单条款",
  "Who may do what": "权限", "Act": "操作", "Record type": "记录类型", "Whose": "范围", "Nobody's": "无", "One's own": "本人", "The team's": "本团队", "Everybody's": "全公司",
} as const;
