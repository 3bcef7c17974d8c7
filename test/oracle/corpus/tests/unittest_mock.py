import unittest
from unittest import mock
from unittest.mock import patch, sentinel as marker

import shop


class ShopTest(unittest.TestCase):
    @mock.patch.object(shop, 'price', return_value=3)
    @patch('shop.rate')
    def test_report(self, mock_rate, mock_price):
        mock_rate.side_effect = lambda currency: mock_price(currency)
        with patch.dict(shop.table, {'pen': 1}) as table, mock.patch('shop.log') as log:
            shop.report(marker.path)
        mock_price.assert_called_once_with(mock.ANY)
        self.assertEqual(table, {})
        log.assert_has_calls([mock.call(name) for name in table])
