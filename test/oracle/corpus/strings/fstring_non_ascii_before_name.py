prix = total = 3
print(f'é {prix} 😀 {total} ẞ{prix}', f'😀{total=}', prix)
print('😀😀', total, "ünïcödé", prix); total = prix
