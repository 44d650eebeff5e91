/** Who may do what, and the company's settings. */
export const access = {
  "Assign": "分派", "Share": "共享", "Stop sharing": "取消共享", "User or team": "用户或团队", "May change it": "可以修改", "Owner": "负责人",
  "Company settings": "公司设置", "Company name": "公司名称", "Base currency": "本位币", "Time zone": "时区", "Our domains": "本公司域名", "Domain": "域名",
  "Never log": "从不归档", "Address or domain": "地址或域名", "Quotes": "报价单", "Terms on quotes": "报价单条款",
  "Who may do what": "权限", "Act": "操作", "Record type": "记录类型", "Whose": "范围", "Nobody's": "无", "One's own": "本人", "The team's": "本团队", "Everybody's": "全公司",
  "Merge into another": "合并到另一条记录", "Merge into": "合并到", "Merged into": "已合并到", "Take over": "沿用的字段",
  "Duplicate rule": "重复检测规则", "Duplicate rules": "重复检测规则", "Compared with": "比较对象", "Criteria": "条件", "Field": "字段", "Other field": "对方字段", "Match": "匹配方式",
  "Exactly": "完全一致", "First characters": "前若干字符", "Last characters": "后若干字符", "Number of characters": "字符数", "Ignore blank values": "忽略空值", "Active records only": "仅限可用记录", "Case-sensitive": "区分大小写",
  "Published": "已发布", "Unpublished": "未发布", "Publish": "发布", "Unpublish": "取消发布",
} as const;
