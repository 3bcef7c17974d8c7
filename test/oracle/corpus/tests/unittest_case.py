import unittest
from unittest import mock


class CartTest(unittest.TestCase):
    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.prices = {'pen': 3}

    def setUp(self):
        self.cart = []
        self.addCleanup(self.cart.clear)

    def test_add(self):
        self.cart.append('pen')
        self.assertEqual(len(self.cart), 1)
        with self.assertRaises(KeyError) as caught:
            self.prices['ink']
        self.assertIn('ink', str(caught.exception))

    def tearDown(self):
        del self.cart


if __name__ == '__main__':
    unittest.main()
