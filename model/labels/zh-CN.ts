import type { Labels } from "../label.ts";
import { writing } from "./zh-CN/writing.ts";
import { screens } from "./zh-CN/screens.ts";
import { access } from "./zh-CN/access.ts";
import { process } from "./zh-CN/process.ts";
import { chain } from "./zh-CN/chain.ts";

/** What only verbs ask: words that the type of all labels does not see; the test walks them. */
const asked = {
  "Create new": "新建记录", "Use existing": "使用现有记录", "Do without": "不创建", "Existing account": "现有客户", "Existing contact": "现有联系人",
  "Reason": "原因", "Close date": "结束日期", "Status reason": "状态原因",
};

/** The declared words as a sales department in China says them. The exceptions at the end are English words with two Chinese ones. */
export const zhCN: Labels = {
  ...asked, ...access, ...chain, ...writing, ...screens, ...process,

  // Records
  "Lead": "潜在顾客", "Leads": "潜在顾客", "Contact": "联系人", "Contacts": "联系人", "Account": "客户", "Accounts": "客户",
  "Opportunity": "商机", "Opportunities": "商机", "Activity": "活动", "Activities": "活动", "Note": "注释", "Notes": "注释",
  "Competitor": "竞争对手", "Competitors": "竞争对手", "Product": "产品", "Products": "产品", "Sales literature": "销售宣传资料",
  "User": "用户", "Users": "用户", "Team": "团队", "Teams": "团队", "Record": "记录",

  // People and companies
  "Salutation": "称谓", "First name": "名", "Middle name": "中间名", "Last name": "姓", "Name": "名称", "Job title": "职务", "Company": "公司",
  "E-mail": "电子邮件", "E-mail 2": "电子邮件 2", "E-mail 3": "电子邮件 3", "Phone": "电话", "Business phone": "办公电话", "Mobile": "手机",
  "Home phone": "住宅电话", "Other phone": "其他电话", "Other phones": "其他电话号码", "Business phone 2": "商务电话 2", "Home phone 2": "住宅电话 2", "Company phone": "公司总机", "Callback number": "回拨号码", "Phone 3": "电话 3", "Phone number": "电话号码", "Pager": "寻呼机", "Fax": "传真", "Website": "网站", "Web page": "网页",
  "Department": "部门", "Role": "角色", "Decision maker": "决策者", "Employee": "员工", "Influencer": "影响者", "Manager": "上级", "Assistant": "助理", "Birthday": "生日",
  "Account name": "客户名称", "Account number": "客户编号", "Parent account": "上级客户", "Primary contact": "主要联系人", "Relationship": "关系类型",
  "Consultant": "顾问", "Customer": "已成交客户", "Investor": "投资者", "Partner": "合作伙伴", "Press": "媒体", "Prospect": "意向客户", "Reseller": "经销商", "Supplier": "供应商", "Vendor": "销售商",
  "Category": "类别", "Preferred customer": "优先客户", "Standard": "标准", "Annual revenue": "年收入", "Employees": "员工人数", "SIC code": "SIC 行业代码",
  "Ownership": "所有制", "Public": "上市公司", "Private": "私营", "Subsidiary": "子公司", "Ticker symbol": "股票代号", "Stock exchange": "证券交易所",
  "Credit on hold": "暂停赊销", "Payment terms": "付款条件", "Net 30": "30 天付清", "2% 10, net 30": "10 天内付款减 2%，30 天付清", "Net 45": "45 天付清", "Net 60": "60 天付清",
  "Originating lead": "来源潜在顾客",

  // Addresses and permissions
  "Address": "地址", "Street": "街道 1", "Street 2": "街道 2", "Street 3": "街道 3", "City": "市/县", "State or province": "省/市/自治区", "Postal code": "邮政编码", "Country": "国家/地区",
  "Permissions": "联系许可", "Do not e-mail": "不发电子邮件", "No mailings": "不群发邮件", "Do not phone": "不打电话", "Do not fax": "不发传真", "No post": "不寄信件", "No marketing material": "不寄营销资料",
  "Preferred channel": "首选联系方式", "Any": "不限", "Post": "邮寄",

  // Industries
  "Industry": "行业", "Accounting": "会计", "Agriculture and natural resources": "农业与自然资源", "Broadcasting and publishing": "广播与出版", "Brokers": "经纪", "Building supply retail": "建材零售",
  "Business services": "商业服务", "Consulting": "咨询", "Consumer services": "消费者服务", "Design and creative management": "设计与创意管理", "Distributors and dispatchers": "分销与配送",
  "Doctors' offices and clinics": "诊所", "Durable manufacturing": "耐用品制造", "Eating and drinking places": "餐饮", "Entertainment retail": "娱乐零售", "Equipment rental and leasing": "设备租赁",
  "Financial services": "金融服务", "Food and tobacco processing": "食品与烟草加工", "Capital-intensive processing": "资本密集型加工", "Repair services": "维修服务", "Insurance": "保险", "Legal services": "法律服务",
  "Non-durable retail": "非耐用品零售", "Outbound consumer services": "上门消费者服务", "Petrochemicals": "石油化工", "Service retail": "服务零售", "Social and professional associations": "社会与专业团体",
  "Social services": "社会服务", "Special outbound trade contractors": "专业上门承包商", "Specialty realty": "专业房地产", "Transportation": "交通运输", "Utilities": "公用事业", "Vehicle retail": "车辆零售", "Wholesale": "批发",

  // Leads and qualification
  "Topic": "主题", "Lead source": "来源", "Advertisement": "广告", "Employee referral": "员工推荐", "External referral": "外部推荐", "Public relations": "公共关系", "Seminar": "研讨会", "Trade show": "展会",
  "Web": "网络", "Word of mouth": "口碑", "Other": "其他", "Rating": "热度", "Hot": "热", "Warm": "温", "Cold": "冷",
  "Budget": "预算", "Budget status": "预算状况", "No committed budget": "预算未落实", "May buy": "可能购买", "Can buy": "有能力购买", "Will buy": "决定购买",
  "Need": "需求程度", "Must have": "必须有", "Should have": "应该有", "Good to have": "最好有", "No need": "无需求",
  "Purchase timeframe": "采购时间", "Immediate": "立即", "This quarter": "本季度", "Next quarter": "下季度", "This year": "今年", "Unknown": "未知",
  "Purchase process": "采购流程", "Individual": "个人决定", "Committee": "集体决定", "Decision maker known": "已找到决策者", "Qualification comments": "资格评语",
  "Initial communication": "首次沟通", "Contacted": "已联系", "Not contacted": "未联系", "Fits our offer": "与我们的产品匹配", "Interest confirmed": "已确认兴趣",
  "Who": "联系人信息", "What": "需求信息", "More numbers and addresses": "更多联系方式", "Qualification": "资格评估", "How they buy": "采购方式",
  "New": "新建", "Qualified": "已授予资格", "Disqualified": "已取消资格", "Cannot contact": "无法联系", "No longer interested": "不再感兴趣",
  "Qualify": "授予资格", "Disqualify": "取消资格", "Reactivate": "重新激活", "Mark as contacted": "标记为已联系",

  // Opportunities
  "Estimated revenue": "预计收入", "Expected close": "预计结束日期", "Probability": "成功概率（%）", "Sales stage": "销售阶段", "Develop": "方案制定", "Propose": "提案", "Close": "成交",
  "Current situation": "现状", "Customer need": "客户需求", "Pain points": "痛点", "Proposed solution": "建议方案", "Actual revenue": "实际收入", "Actual close": "实际结束日期", "Lost to": "输给",
  "Progress": "进展", "Competition and purchase": "竞争与采购", "Story": "详情", "Outcome": "结果", "In progress": "进行中", "On hold": "暂停", "Won": "赢单", "Lost": "输单", "Out-sold": "被对手赢得", "Canceled": "已取消",
  "Close as won": "以赢单结束", "Close as lost": "以输单结束", "Reopen": "重新开启", "Put on hold": "设为暂停", "Resume": "恢复",

  // Activities
  "Kind": "类型", "Task": "任务", "Phone call": "电话联络", "Appointment": "约会", "Letter": "信件", "Opportunity close": "商机结束", "Quote close": "报价单结束", "Order close": "订单结束",
  "Subject": "主题", "Regarding": "关于", "Due date": "截止日期", "Start": "开始时间", "End": "结束时间", "Happened": "发生时间", "Duration in minutes": "时长（分钟）",
  "Priority": "优先级", "Low": "低", "Normal": "普通", "High": "高", "Percent complete": "完成百分比", "Direction": "方向", "Outgoing": "呼出/发出", "Incoming": "呼入/收到",
  "Left voice mail": "已留言", "Location": "地点", "All day": "全天", "People": "参与人", "From": "发件人", "To": "收件人", "Cc": "抄送", "Organizer": "组织者", "Required": "必需", "Optional": "可选",
  "Message id": "邮件标识", "Conversation id": "会话标识", "Files": "文件", "File name": "文件名", "File type": "文件类型", "Size": "大小", "Hash": "校验值", "Logged": "归档记录", "On behalf of": "代表", "Time": "时间",
  "When and where": "时间与地点", "Call": "通话", "Not started": "未开始", "Waiting for someone else": "等待他人", "Deferred": "已推迟", "Tentative": "暂定",
  "Completed": "已完成", "Made": "已拨打", "Received": "已收到", "Sent": "已发送", "Scheduled": "已安排", "Busy": "忙碌", "Out of office": "外出", "Complete": "完成", "Cancel": "取消",

  // Competitors, products and literature
  "Key product": "主要产品", "Reported revenue": "报告收入", "Reporting quarter": "报告季度", "Reporting year": "报告年度", "Overview": "概述", "Strengths": "优势", "Weaknesses": "劣势", "Threats": "威胁", "Analysis": "分析", "More": "更多",
  "Product ID": "产品编号", "Product type": "产品类型", "Sales inventory": "销售存货", "Miscellaneous charges": "杂项费用", "Services": "服务", "Flat fees": "固定费用",
  "List price": "标价", "Current cost": "当前成本", "Standard cost": "标准成本", "Quantity on hand": "现有库存", "Valid from": "生效日期", "Valid to": "失效日期", "Stock and cost": "库存与成本",
  "Retired": "已停售", "Retire": "停售", "Title": "标题", "Type": "类型", "Presentation": "演示文稿", "Product sheet": "产品单页", "Policies and procedures": "政策与流程", "Spreadsheets": "电子表格", "News": "新闻",
  "Bulletins": "公告", "Price sheets": "价目表", "Manuals": "手册", "Company background": "公司简介", "Marketing collateral": "营销材料", "For customers": "可发给客户", "Expires": "失效日", "Keywords": "关键字", "About": "相关内容",

  // Everywhere
  "General": "常规", "Terms": "商务条件", "Description": "说明", "Text": "内容", "Open": "未结束", "Active": "可用", "Inactive": "已停用", "Activate": "启用", "Deactivate": "停用",
  "Sales rep": "销售代表", "Sales manager": "销售经理", "Administrator": "管理员", "Reader": "只读用户", "Disabled": "已禁用",

  // English words that need a second Chinese one, by record type and key
  "opportunity.qualify": "资格确认", "lead.lost": "已流失", "user.name": "姓名", "activity.open": "未完成", "product.active": "在售", "literature.literature": "宣传资料",
};
