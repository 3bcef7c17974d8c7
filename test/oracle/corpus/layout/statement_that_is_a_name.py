total = 1
total
(total)
total,
[total]
{total}
-total
not total
await_ = total
async_ = await_
