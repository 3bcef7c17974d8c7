/** The builtins of Python 3.14 (Python library, Built-in Functions, Constants and Exceptions). */
export const builtins: ReadonlySet<string> = new Set(
  (
    'abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod compile complex ' +
    'copyright credits delattr dict dir divmod enumerate eval exec exit filter float format frozenset getattr ' +
    'globals hasattr hash help hex id input int isinstance issubclass iter len license list locals map max ' +
    'memoryview min next object oct open ord pow print property quit range repr reversed round set setattr slice ' +
    'sorted staticmethod str sum super tuple type vars zip Ellipsis NotImplemented ArithmeticError AssertionError ' +
    'AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError BufferError BytesWarning ' +
    'ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError ConnectionResetError ' +
    'DeprecationWarning EOFError EncodingWarning EnvironmentError Exception ExceptionGroup FileExistsError ' +
    'FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError ImportError ImportWarning ' +
    'IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt LookupError ' +
    'MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError OSError OverflowError ' +
    'PendingDeprecationWarning PermissionError ProcessLookupError PythonFinalizationError RecursionError ' +
    'ReferenceError ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration SyntaxError ' +
    'SyntaxWarning SystemError SystemExit TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError ' +
    'UnicodeEncodeError UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError Warning ' +
    'ZeroDivisionError'
  ).split(' '),
);

/** Whether every module has a name that it does not bind; of any other, something from outside may bind it. */
export const isInEveryModule = (name: string) =>
  builtins.has(name) || /^__(?:name|file|doc|debug|import)__$/.test(name);

/** Whether Python, pytest, unittest, nose, doctest or Django finds a module-level name by its spelling. */
export function isSpecialGlobal(name: string): boolean {
  return /^__.*__$/s.test(name) || SPECIAL_GLOBALS.has(name) || name.startsWith('pytest_');
}

const SPECIAL_GLOBALS: ReadonlySet<string> = new Set(
  (
    'setUpModule tearDownModule setup_module teardown_module setup_function teardown_function setup teardown ' +
    'setUp tearDown setup_package teardown_package load_tests pytestmark collect_ignore collect_ignore_glob ' +
    'urlpatterns default_app_config app_name __tracebackhide__'
  ).split(' '),
);

/** Whether Python, pytest, unittest or nose finds a member of a class by its spelling, whatever the class. */
export function isSpecialMember(name: string): boolean {
  return /^__.*__$/s.test(name) || SPECIAL_MEMBERS.test(name);
}

const SPECIAL_MEMBERS =
  /^(?:setUp|tearDown|setUpClass|tearDownClass|asyncSetUp|asyncTearDown|setUpTestData|runTest|setup|teardown|setup_method|teardown_method|setup_class|teardown_class|pytestmark|pytest_\w+|_fields_|_pack_|_anonymous_|_missing_|_generate_next_value_|_ignore_|_order_)$/;

/** Whether pytest, or a plugin that is in wide use, provides a fixture of that name, or looks one up to configure it. */
export function isForeignFixture(name: string): boolean {
  return (
    FOREIGN_FIXTURES.has(name) ||
    /^(?:django|celery|anyio|asyncio|pytest|vcr|base_url|selenium|playwright)_/.test(name)
  );
}

const FOREIGN_FIXTURES: ReadonlySet<string> = new Set(
  (
    'cache capfd capfdbinary caplog capsys capsysbinary capteesys subtests config doctest_namespace monkeypatch ' +
    'pytestconfig pytester record_property record_testsuite_property record_xml_attribute recwarn request testdir ' +
    'tmp_path tmp_path_factory tmpdir tmpdir_factory mocker class_mocker module_mocker package_mocker session_mocker ' +
    'db transactional_db django_db_reset_sequences client async_client admin_client admin_user rf async_rf settings ' +
    'live_server event_loop event_loop_policy unused_tcp_port unused_udp_port anyio_backend benchmark snapshot ' +
    'data_regression file_regression num_regression image_regression datadir shared_datadir original_datadir ' +
    'requests_mock httpserver httpx_mock respx_mock responses freezer aiohttp_client aiohttp_server loop worker_id ' +
    'testrun_uid cov no_cover faker page browser browser_context context base_url selenium driver live_server_url ' +
    'celery_app celery_worker postgresql mysql redisdb mongodb vcr vcr_config vcr_cassette metadata extra extras ' +
    'app qtbot qapp fs socket_enabled socket_disabled httpbin smtpserver hass testdata'
  ).split(' '),
);
