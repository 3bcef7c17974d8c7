class Menu:
    dish = ['a']
    dish = [dish for dish in dish]
    dish = {dish: dish for dish in dish}
