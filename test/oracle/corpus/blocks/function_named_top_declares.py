total = 1


def cart():
    rebate = 2

    def top(price, *, tax=total):
        global total
        nonlocal rebate
        import decimal as money

        total, rebate = price, tax
        return money, [price for price in (total, rebate)]

    return top


class top:
    total = 1
    price: int

    def top[T](self, tax: T):
        return total, tax, T


class Shop[top]:
    type top = top
