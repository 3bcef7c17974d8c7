from datetime import date, timedelta

import pytest

import shop
from shop.testing import fake_clock

# plant: module


class TestVoucher:
    """A voucher lowers a price, once."""

    @pytest.fixture
    def voucher(self):
        return shop.Voucher(percent=20, valid_until=date(2030, 1, 1))

    def test_lowers_the_price(self, voucher):
        assert voucher.applied_to(100) == 80

    def test_is_spent_by_an_order(self, voucher):
        first_order = shop.order(total=100, voucher=voucher)
        assert first_order.discount == 20

        # plant: body

        later_order = shop.order(total=100, voucher=voucher)
        assert later_order.discount == 0

    # plant: test pytest-method

    def test_expires(self, voucher):
        day_after = voucher.valid_until + timedelta(days=1)
        with fake_clock(day_after), pytest.raises(shop.Expired):
            voucher.applied_to(100)

    class TestGift:
        """A gift is a voucher of a fixed value."""

        def test_never_pays_more_than_the_price(self):
            small_gift = shop.Gift(value=5)
            assert small_gift.applied_to(3) == 0

        def test_keeps_the_rest(self):
            large_gift = shop.Gift(value=50)
            large_gift.applied_to(30)
            assert large_gift.value == 20


def test_vouchers_are_listed_by_expiry():
    listed_names = [voucher.name for voucher in shop.vouchers()]
    assert listed_names == sorted(listed_names)
