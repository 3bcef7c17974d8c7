class Menu:
    dishes = ['soup', 'salad']
    price = 3
    upper = [dish.upper() for dish in dishes]
    lengths = {dish: len(dish) for dish in dishes}
    lazy = (dish for dish in dishes)
