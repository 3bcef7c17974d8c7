import pytest

from shop import Cart, Item


def test_new_cart_is_empty():
    cart = Cart()
    assert cart.items == []


def test_adding_increases_total():
    cart = Cart()
    cart.add(Item('pen', price=3))
    cart.add(Item('ink', price=4))
    assert cart.total == 7, f'{cart.total=}'


def test_negative_price_is_refused():
    with pytest.raises(ValueError, match='price') as raised:
        Item('pen', price=-1)
    assert raised.value.args == ('price',)
