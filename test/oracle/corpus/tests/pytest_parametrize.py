import pytest

CASES = [(1, 1), (2, 4)]


@pytest.mark.parametrize('number, square', CASES)
@pytest.mark.parametrize(('first', 'second'), [(a, b) for a in range(2) for b in range(2)])
def test_square(number, square, first, second):
    assert number**2 == square, (first, second)


@pytest.mark.parametrize('case', [pytest.param(case, id=str(case)) for case in CASES])
def test_ids(case):
    number, square = case
    assert number <= square
