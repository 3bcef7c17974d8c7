def totals(orders):
    return [
        # what is paid
        order.total  # after discounts
        for order  # each
        in orders
        if order.paid
        for line in order
    ]
