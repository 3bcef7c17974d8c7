price = 1


class Menu:
    price = 3
    dishes = ['soup']
    priced = [(dish, price) for dish in dishes]
    filtered = [dish for dish in dishes if price]
    crossed = [(dish, other) for dish in dishes for other in dishes]
