def cart(cart):
    def cart(cart):
        return cart
    return cart
