/** The sample module of the demo and of the README: as it stands, what a commit adds, and what only a person can mend in it. */
export const before = `import pytest

from shop import Shop, make_user


def test_order_is_open_at_first():
    shop = Shop()
    assert shop.order(make_user("alice")).state == "open"


def test_paid_order_is_closed():
    shop = Shop()
    new_order = shop.order(make_user("alice"))
    # Pay the order
    new_order.pay()

    assert new_order.state == "closed"


def test_order_without_user_fails():
    with pytest.raises(ValueError):
        Shop().order(None)
`;

export const added = `

def test_two_users_share_an_order():
    shop = Shop()
    user1 = make_user("alice")
    user2 = make_user("bob")
    try:
        shop.share(user1, user2)
    except Exception:
        pass
    assert shop.orders == 1


def test_shared_order_is_open():
    sharedOrder = Shop().share(make_user("alice"), make_user("bob"))
    assert sharedOrder.state == "open"
`;

/** The module without the swallowed exception. */
export const withoutHandler = (text: string): string =>
  text.replace(/    try:\n        (.*)\n    except Exception:\n        pass\n/, '    $1\n');
