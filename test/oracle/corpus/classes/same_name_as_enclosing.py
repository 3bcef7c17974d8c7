class Cart:
    class Cart:
        class Cart:
            def Cart(self):
                return Cart

        Cart = Cart
