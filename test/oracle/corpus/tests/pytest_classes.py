import pytest


class TestCart:
    limit = 10

    @pytest.fixture(autouse=True)
    def cart(self):
        self.cart = []
        yield self.cart
        del self.cart

    @pytest.mark.parametrize('count', range(limit))
    def test_add(self, count):
        self.cart.extend(range(count))
        assert len(self.cart) == count

    class TestNested:
        def test_inner(self, cart):
            assert cart is not None
