import pytest


@pytest.fixture
def cart():
    return []


@pytest.fixture(scope='module', params=[1, 2])
def item(request):
    yield request.param


@pytest.fixture(name='order')
def make_order(cart, item):
    cart.append(item)
    return cart


def test_order(order, cart):
    assert order is cart


def test_hides_fixture(item):
    item = item + 1
    assert item
