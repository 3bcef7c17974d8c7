import contextlib
import json
import os

import pytest

from shop import app as shop_app
from shop.models import Customer, Order

# plant: module

ADDRESSES = [
    pytest.param({"city": "Lisbon", "street": "Rua Augusta"}, id="no-number"),
    pytest.param({"city": "Oslo", "street": "Karl Johans gate", "number": 1}, id="numbered"),
]


@pytest.fixture(scope="session")
def database(tmp_path_factory):
    path = tmp_path_factory.mktemp("data") / "shop.sqlite"
    with contextlib.closing(shop_app.connect(path)) as connection:
        yield connection


@pytest.fixture
def customer(database):
    new_customer = Customer(name="Ada", language="en")
    database.add(new_customer)
    yield new_customer
    database.delete(new_customer)


@pytest.fixture(params=ADDRESSES)
def address(request):
    return request.param


@pytest.fixture
def client(database, monkeypatch):
    monkeypatch.setenv("SHOP_SECRET", os.urandom(8).hex())
    return shop_app.create(database).test_client()


def post_json(client, url, payload):
    return client.post(url, data=json.dumps(payload), content_type="application/json")


class TestOrders:
    def test_order_needs_an_address(self, client, customer):
        bad_response = post_json(client, "/orders", {"customer": customer.id})
        assert bad_response.status_code == 422

        # plant: body

    def test_order_is_stored(self, client, customer, address, database):
        good_response = post_json(client, "/orders", {"customer": customer.id, "address": address})
        stored_order = database.get(Order, good_response.json["id"])
        assert stored_order.address == address

    # plant: test pytest-method

    @pytest.mark.usefixtures("customer")
    def test_orders_of_strangers_are_hidden(self, client):
        listed_orders = client.get("/orders").json
        assert listed_orders == []


@pytest.mark.parametrize(
    ("method", "status_code"),
    [("get", 200), ("put", 405), ("delete", 405)],
)
def test_methods_of_the_list(client, method, status_code):
    any_response = getattr(client, method)("/orders")
    assert any_response.status_code == status_code


def test_names_are_not_translated(client, customer):
    page_text = client.get(f"/customers/{customer.id}").text
    assert "Ada" in page_text


def test_language_is_that_of_the_customer(client, customer):
    page_text = client.get(f"/customers/{customer.id}").text
    assert 'lang="en"' in page_text
