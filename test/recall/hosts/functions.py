"""Carts: what is put in, taken out and paid."""

import pytest

from shop import Cart, EmptyCart, Price

# plant: module

TEA_PRICE = Price(4, 'EUR')


def filled_cart(*, tea_bags=4):
    """A cart with as much tea as is wanted."""
    cart = Cart()
    cart.add('tea', price=TEA_PRICE, quantity=tea_bags)
    return cart


def test_a_new_cart_is_empty():
    """Nothing is in a cart that nobody has touched."""
    assert Cart().items == []


# plant: test


def test_total_counts_every_item():
    """Each item is paid as often as it is in the cart."""
    expected_total = TEA_PRICE * 3

    # plant: body

    assert filled_cart(tea_bags=3).total == expected_total


@pytest.mark.parametrize('tea_bags', [1, 2, 12])
def test_an_item_can_be_taken_out(tea_bags):
    """What is taken out is not paid."""
    shopping_cart = filled_cart(tea_bags=tea_bags)
    shopping_cart.remove('tea')
    assert shopping_cart.total == 0


def test_an_empty_cart_cannot_be_ordered():
    """An order without items is refused."""
    with pytest.raises(EmptyCart, match='nothing to order'):
        Cart().order()


def test_an_order_keeps_its_prices():
    """A price that changes later changes no order."""
    paid_order = filled_cart().order()
    paid_order.cart.items[0].price = Price(9, 'EUR')
    assert paid_order.total == TEA_PRICE * 4
