def setup_module(module):
    module.shared = []


def test_squares():
    for number in range(3):
        yield check_square, number, number**2


def check_square(number, square):
    assert number * number == square


def teardown_module():
    del shared[:]
