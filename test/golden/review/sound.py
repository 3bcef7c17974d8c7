"""What a cart costs."""

import pytest

from shop import Cart, EmptyCart


@pytest.fixture
def cart():
    """A cart with tea for four."""
    cart = Cart()
    cart.add('tea', price=4)
    return cart


def test_total_is_the_sum_of_the_prices(cart):
    """What is added is paid."""
    cart.add('milk', price=1)
    assert cart.total == 5


def test_removing_the_last_item_empties_the_cart(cart):
    """Nothing is left to pay."""
    cart.remove('tea')
    assert cart.total == 0


def test_an_empty_cart_cannot_be_ordered():
    """An order needs something in it."""
    with pytest.raises(EmptyCart, match='nothing to order'):
        Cart().order()
