/** Products, prices, quotes, orders, invoices, goals, campaigns and connections, and what leads, deals and customers say besides. */
export const chain = {
  // Customers and leads
  "Campaign": "市场活动", "Campaigns": "市场活动", "Currency": "货币", "Currencies": "货币", "Follow up with the prospect": "跟进意向客户", "Follow up to qualify": "跟进资格评估", "Kept records": "保留的记录", "Follow-up": "跟进",
  "Name of the other address": "其他地址名称", "Other street": "其他地址街道 1", "Other street 2": "其他地址街道 2", "Other street 3": "其他地址街道 3", "Other city": "其他地址市/县", "Other state or province": "其他地址省/市/自治区", "Other postal code": "其他地址邮政编码", "Other country": "其他地址国家/地区", "Other address": "其他地址", "More of the addresses": "更多地址信息",
  "Take the qualification back": "撤销资格授予", "Keep as a contact": "保留为联系人", "Keep the company": "保留公司", "Contact again on": "再次联系日期",
  "Manager's phone": "上级电话", "Assistant's phone": "助理电话", "Anniversary": "纪念日", "Nickname": "昵称", "Suffix": "后缀", "Gender": "性别", "Male": "男", "Female": "女", "Marital status": "婚姻状况", "Single": "未婚", "Married": "已婚", "Divorced": "离异", "Widowed": "丧偶",
  "Partner's name": "配偶姓名", "Children's names": "子女姓名", "Credit limit": "信用额度", "Personal": "个人信息", "Family": "家庭", "Preferences": "偏好", "Preferred colleague": "首选同事",
  "Preferred day": "首选日", "Sunday": "星期日", "Monday": "星期一", "Tuesday": "星期二", "Wednesday": "星期三", "Thursday": "星期四", "Friday": "星期五", "Saturday": "星期六", "Preferred time": "首选时段", "Morning": "上午", "Afternoon": "下午", "Evening": "晚上",
  "Market capitalization": "市值", "Shares outstanding": "流通股数", "Stock market": "股市信息", "Territory": "区域", "Territories": "区域", "Source of information": "信息来源", "Win percentage, typed": "胜率（手工填写）",

  // Deals
  "Revenue from the products": "按产品计算收入", "Quote comments": "报价备注", "Pipeline phase": "销售管道阶段", "Timeline": "时间表", "Not known": "不清楚", "Proposal meeting": "提案会议", "Final decision": "最终决策日期",
  "Stakeholders identified": "已确定利益相关者", "Competitors identified": "已确定竞争对手", "Sales team identified": "已确定销售团队", "Go or no-go decided": "已决定是否跟进", "Proposal developed": "提案已编制", "Internal review completed": "已完成内部评审",
  "Proposal presented": "已演示提案", "Feedback captured": "已记录反馈", "Feedback resolved": "已处理反馈", "Final proposal ready": "最终提案就绪", "Final proposal presented": "已演示最终提案", "Thank-you note sent": "已发送感谢信", "Debrief filed": "已归档总结",
  "Pursuit": "跟进准备", "Proposal": "提案", "Closing": "收尾", "Create quote": "创建报价单", "Create order": "创建订单",

  // Money
  "Discount in percent": "折扣（%）", "Freight": "运费", "Lines total": "明细合计", "Discounts on lines": "明细折扣合计", "Total discount": "折扣合计", "Total before freight": "运费前合计", "Total tax": "税额合计", "Total": "总计", "Money": "金额", "Price": "价格",
  "Line": "行", "Write-in product": "手工填写的产品", "Product name": "产品名称", "Price overridden": "已改价", "Price per unit": "单价", "Volume discount per unit": "单位批量折扣", "Discount": "折扣", "Tax rate in percent": "税率（%）", "Tax, typed": "税额（手工填写）", "Tax": "税额", "Amount": "金额", "Extended amount": "行总额", "Quantity": "数量", "Unit": "单位",
  "Line type": "行类型", "Bundle": "捆绑产品", "Required item of a bundle": "捆绑产品必选项", "Optional item of a bundle": "捆绑产品可选项", "Project service": "项目服务", "Part of line": "所属行",

  // Why there is no price
  "Pricing problem": "定价问题", "No pricing problem": "无定价问题", "A line cannot be priced": "有一行无法定价", "No price list is chosen": "未选择价目表", "The price list is not in use, or not on this day": "价目表已停用或今日无效",
  "The quantity is missing": "缺少数量", "The price per unit is missing": "缺少单价", "The product is missing": "缺少产品", "The product is not sold, or not on this day": "产品未在售或今日无效", "The price list does not say how the price is made": "价目表未注明定价方法",
  "The price list makes the price in an unknown way": "价目表的定价方法未知", "The unit is missing": "缺少单位", "The product is not in the price list in this unit": "价目表中没有该单位的此产品", "The price list has no amount for the product": "价目表中缺少该产品的金额",
  "The price list has no percentage for the product": "价目表中缺少该产品的百分比", "The product has no list price": "产品没有标价", "The product has no current cost": "产品没有当前成本", "The product has no standard cost": "产品没有标准成本",
  "The amount in the price list makes no sense": "价目表中的金额无效", "The percentage in the price list makes no sense": "价目表中的百分比无效", "The list price makes no sense": "标价无效", "The current cost makes no sense": "当前成本无效", "The standard cost makes no sense": "标准成本无效",
  "The rounding policy makes no sense": "舍入规则无效", "The rounding option makes no sense": "舍入选项无效", "The rounding amount makes no sense": "舍入金额无效", "The price could not be worked out": "无法计算价格", "The discount list does not fit": "折扣表不适用",
  "The discount list is in a wrong state": "折扣表状态有误", "The discount is more than the price": "折扣超过价格", "This quantity is not sold": "不支持此销售数量", "The number of decimals makes no sense": "小数位数无效", "The product has no default unit": "产品没有默认单位",
  "The product has no unit group": "产品没有单位组", "The discount list is not in use, so nothing is taken off": "折扣表已停用，未给予折扣", "The price list is in another currency": "价目表使用另一种货币", "An amount is larger than can be kept": "金额超出可保存的范围",
  "The amount is too large in the base currency": "本位币金额过大", "The amount is too small in the base currency": "本位币金额过小",

  // Quotes, orders, invoices
  "Quote": "报价单", "Order": "订单", "Orders": "订单", "Invoice": "发票", "Invoices": "发票", "Quote number": "报价单编号", "Order number": "订单编号", "Invoice number": "发票编号", "Number": "编号", "Revision": "修订号", "Revision of": "修订自",
  "Freight terms": "运费条款", "FOB": "离岸价（FOB）", "No charge": "免运费", "Shipping method": "送货方式", "Airborne": "空运", "DHL": "DHL 快递", "FedEx": "联邦快递", "UPS": "UPS 快递", "Postal mail": "邮寄包裹", "Full load": "整车运输", "Will call": "自提", "Picked up by the customer": "客户自提",
  "Bill to": "帐单寄送至", "Ship to": "货物送至", "More of bill to": "更多帐单地址", "More of ship to": "更多送货地址", "Effective from": "生效自", "Effective to": "生效至", "Due by": "报价截止日期", "Requested delivery": "要求交货日期", "Closed on": "结束时间", "Dates": "日期",
  "Draft": "草稿", "Closed": "已结束", "Revised": "已修订", "Get products": "获取产品", "Mark as sent": "标记为已发出", "Win": "赢单", "Revise": "修订", "Discard": "放弃", "Date won": "赢单日期", "Close the opportunity as won": "同时以赢单结束商机", "E-mail that accepts it": "客户确认的邮件",
  "Create a revised quote": "创建修订报价单", "Close the opportunity as": "同时结束商机为", "Quantity shipped": "已发货数量", "Quantity back-ordered": "欠货数量", "Quantity canceled": "已取消数量", "Copied": "已复制", "Prices locked": "价格已锁定",
  "Submitted on": "提交日期", "Submission": "提交说明", "Submission status": "提交状态", "Last sent to the back office": "上次提交后台时间", "Fulfilled on": "履行日期", "Delivery": "交付", "Pending": "挂起", "Submitted": "已提交", "No money": "无资金", "Fulfilled": "已履行", "Partial": "部分", "Invoiced": "已开发票",
  "Submit": "提交", "Mark as pending": "标记为挂起", "Fulfil": "履行订单", "Create invoice": "创建发票", "Lock prices": "锁定价格", "Use current prices": "使用当前定价", "Cancel order": "取消订单", "Date fulfilled": "履行日期（填写）", "Shipped now": "本次发货", "Date canceled": "取消日期",
  "Shipment tracking number": "货运跟踪号", "Delivered on": "送达日期", "Date delivered": "交货日期", "Paid so far": "已付金额", "Last paid on": "最近付款日期", "Payment": "付款", "Partially shipped": "部分发货", "Billed": "已开单", "Booked": "已预订", "Installed": "已安装", "Paid": "已付款",
  "Set reason": "设置状态原因", "Record payment": "登记付款", "Cancel invoice": "取消发票", "Date paid": "付款日期",

  // Activities
  "Began": "实际开始", "Planned minutes": "计划时长（分钟）", "Subcategory": "子类别", "Made by an automation": "由自动化创建", "Fax number": "传真号码", "Pages": "页数", "Cover page": "封面", "Billing code": "计费代码", "Transmitting station": "传输站标识", "In reply to": "回复的邮件",
  "Conversation index": "会话索引", "Tracking token": "跟踪令牌", "Found by": "关联依据", "Nothing": "无依据", "Skipped": "已跳过", "Header": "邮件头", "Reply": "回复", "Matching": "智能匹配", "Otherwise": "其他方式", "Number of files": "附件数", "Times opened": "打开次数", "Links clicked": "链接点击次数",
  "Replies": "回复次数", "Meeting id": "会议标识", "Bcc": "密送", "Resource": "资源", "Letter and fax": "信件与传真", "Free": "空闲", "Failed": "失败", "Waiting to be sent": "等待发送", "Sending": "正在发送", "Set progress": "设置进度", "Show me as": "显示为",

  // Connections and goals
  "Connection": "连接", "Connections": "连接", "Connection role": "连接角色", "Connection roles": "连接角色", "Connected from": "连接自", "Role of this end": "此方角色", "Connected to": "连接至", "Role of the other end": "对方角色", "Starting": "开始日期", "Ending": "结束日", "Main one of the pair": "主连接", "Other one of the pair": "对应连接",
  "Business": "业务", "Social": "社交", "Sales": "销售", "Stakeholder": "利益相关者", "Sales team": "销售团队", "Service": "服务",
  "Goal": "目标", "Goals": "目标", "Goal metric": "目标度量", "Goal metrics": "目标度量", "Goal owner": "目标负责人", "Parent goal": "上级目标", "Roll up only from child goals": "仅从子目标汇总", "Count only the goal owner's records": "仅统计目标负责人的记录", "Fiscal period": "会计期间", "P1": "第 1 期", "P2": "第 2 期", "P3": "第 3 期", "P4": "第 4 期", "P5": "第 5 期", "P6": "第 6 期", "P7": "第 7 期", "P8": "第 8 期", "P9": "第 9 期", "P10": "第 10 期", "P11": "第 11 期", "P12": "第 12 期", "P13": "第 13 期", "Period": "期间",
  "Quarter 1": "第一季度", "Quarter 2": "第二季度", "Quarter 3": "第三季度", "Quarter 4": "第四季度", "January": "一月", "February": "二月", "March": "三月", "April": "四月", "May": "五月", "June": "六月", "July": "七月", "August": "八月", "September": "九月", "October": "十月", "November": "十一月", "December": "十二月",
  "Semester 1": "上半年", "Semester 2": "下半年", "Annual": "全年", "Fiscal year": "会计年度", "From day": "开始日", "To day": "截止日", "Target": "目标值", "Stretch target": "挑战目标值", "Actual": "实际值", "Percentage achieved": "完成率（%）", "Target as of today": "截至今日目标值", "Target as of today in percent": "截至今日目标进度（%）",
  "Last rolled up": "上次汇总时间", "Roll-up": "汇总", "Discarded": "已放弃", "Recalculate": "重新计算", "Close goal": "结束目标", "What counts": "统计内容", "Revenue of won deals": "赢单收入", "Won deals": "赢单数", "Ordered revenue": "订单金额", "Paid invoices": "已收款发票", "Qualified leads": "已授予资格的潜在顾客", "Completed activities": "已完成活动",
  "Amount, not count": "按金额统计", "Amount type": "金额类型", "Integer": "整数", "Track a stretch target": "跟踪挑战目标",

  // Campaigns
  "Campaign code": "活动代码", "Campaign type": "活动类型", "Direct marketing": "直接营销", "Event": "现场活动", "Co-branding": "联合品牌", "Proposed start": "计划开始", "Proposed end": "计划结束", "Actual start": "实际开始日", "Actual end": "实际结束日", "Cost of its activities": "活动成本", "Other costs": "其他成本", "Total cost": "总成本",
  "Expected revenue": "预期收入", "Expected response in percent": "预期响应率（%）", "Promotion code": "促销代码", "Message": "宣传语", "Offer": "优惠内容", "Schedule": "日程", "Costs and revenue": "成本与收入", "What it is about": "相关产品与资料", "Proposed": "已提议", "Ready to launch": "准备启动", "Launched": "已启动", "Suspended": "已暂停", "Launch": "启动", "Suspend": "暂停活动",

  // Products and prices
  "Product structure": "产品结构", "Product family": "产品系列", "Product bundle": "产品捆绑包", "Unit group": "单位组", "Unit groups": "单位组", "Units": "单位", "Default unit": "默认单位", "Default price list": "默认价目表", "Decimals of a quantity": "数量小数位数", "Decimals": "小数位数", "Kit": "套件", "Stock item": "库存物品", "Weight": "重量", "Volume": "体积", "Measures": "规格",
  "Vendor's number": "供应商编号", "Vendor's part number": "供应商部件号", "Bundle items": "捆绑项目", "Related products": "相关产品", "Relation": "关系", "Up-sell": "追加销售", "Cross-sell": "交叉销售", "Accessory": "附件产品", "Substitute": "替代产品", "Both ways": "双向", "Properties": "属性", "Data type": "数据类型", "Option set": "选项集", "Decimal": "十进制数", "Floating point": "浮点数", "Whole number": "整数值",
  "Default value": "默认值", "Options, separated by commas": "选项（用逗号分隔）", "At least": "最小值", "At most": "最大值", "Longest text": "最大长度", "Read-only": "只读", "Hidden": "隐藏", "Selling": "销售信息", "Family and bundle": "系列与捆绑", "Under revision": "修订中", "Back to draft": "退回草稿", "Publish": "发布",
  "Price list": "价目表", "Price lists": "价目表", "Price list item": "价目表项", "Price list items": "价目表项", "Discount list": "折扣表", "Discount lists": "折扣表", "Quantity selling": "销售数量控制", "No control": "不控制", "Whole": "整数数量", "Whole and fractional": "整数和小数", "Pricing method": "定价方法",
  "Percent of list price": "标价百分比", "Markup on current cost": "当前成本加成率", "Margin on current cost": "当前成本毛利率", "Markup on standard cost": "标准成本加成率", "Margin on standard cost": "标准成本毛利率", "Percentage": "百分比", "Rounding policy": "舍入规则", "None": "无", "Up": "向上", "Down": "向下", "To nearest": "四舍五入", "Rounding option": "舍入选项", "Ends in": "以此结尾", "Multiple of": "此数的倍数", "Rounding amount": "舍入金额",
  "Discount as an amount": "按金额折扣", "Tiers": "折扣级别", "From quantity": "起始数量", "To quantity": "截止数量", "Base unit name": "基本单位名称", "Of unit": "所基于的单位", "Base unit": "基本单位", "Currency code": "货币代码", "Symbol": "符号", "Exchange rate": "汇率",
  "Business unit": "业务部门", "Business units": "业务部门", "Parent unit": "上级部门", "Subjects": "主题目录", "Parent subject": "上级主题",

  // English words that need a second Chinese one
  "quote.active": "有效", "order.active": "进行中", "invoice.active": "未结清", "campaign.completed": "已结束", "campaign.canceled": "已取消",
};
