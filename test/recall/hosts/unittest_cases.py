# -*- coding: utf-8 -*-
#
# Part of the shop, under the same licence.

import unittest
from unittest import mock

from shop import stock
from shop.errors import OutOfStock

# plant: module


class StockTestCase(unittest.TestCase):
    """What is in the warehouse."""

    def setUp(self):
        super().setUp()
        self.ledger = stock.Ledger()
        self.warehouse = stock.Warehouse(self.ledger)
        self.addCleanup(self.ledger.close)

    def _fill(self, article_name, quantity):
        """Puts so many of an article into the warehouse.

        :param article_name: what it is called in the ledger
        :param quantity: how many
        """
        self.warehouse.put(article_name, quantity)
        return self.ledger.entry(article_name)

    def test_put_is_written_down(self):
        ledger_entry = self._fill('tea', 12)
        self.assertEqual(12, ledger_entry.quantity)

    # plant: test unittest-method

    def test_take_lowers_the_quantity(self):
        self._fill('tea', 12)
        self.warehouse.take('tea', 5)
        self.assertEqual(7, self.ledger.entry('tea').quantity)

        # plant: body

    def test_take_more_than_there_is(self):
        self._fill('tea', 1)
        with self.assertRaises(OutOfStock) as context:
            self.warehouse.take('tea', 2)
        self.assertIn('tea', str(context.exception))

    @mock.patch.object(stock, 'notify')
    def test_low_stock_is_announced(self, mock_notify):
        self._fill('tea', 3)
        self.warehouse.take('tea', 2)
        mock_notify.assert_called_once_with('tea', left=1)

    def test_two_takes_in_a_row(self):
        total_taken = 0
        self._fill('tea', 12)
        for step_size in (1, 2, 3):
            with self.subTest(step_size=step_size):
                self.warehouse.take('tea', step_size)
                total_taken += step_size
                self.assertEqual(12 - total_taken, self.ledger.entry('tea').quantity)


if __name__ == '__main__':
    unittest.main()
