import pytest


def pytest_addoption(parser):
    parser.addoption('--slow', action='store_true')


def pytest_collection_modifyitems(config, items):
    if not config.getoption('--slow'):
        skip = pytest.mark.skip(reason='slow')
        for item in items:
            if 'slow' in item.keywords:
                item.add_marker(skip)


@pytest.fixture(scope='session')
def server(tmp_path_factory):
    root = tmp_path_factory.mktemp('root')

    def serve(path):
        nonlocal root
        root = root / path
        return root

    return serve
