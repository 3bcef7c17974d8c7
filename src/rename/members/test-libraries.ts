/**
 * The names that an object of a class of a test library has, and those that the library's runner reads of it, besides
 * what `unittest` defines; undefined for another class. Apart from the test methods, and from scenarios, these
 * libraries look nothing up in a test by a computed name.
 */
export function namesOfTestLibrary(origin: string): ReadonlySet<string> | undefined {
  return libraries.find(({ classes }) => classes.test(origin))?.names;
}

interface TestLibrary {
  /** The full names of its classes that derive from `unittest.TestCase` or are mixed into one. */
  readonly classes: RegExp;
  readonly names: ReadonlySet<string>;
}

export const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

const libraries: readonly TestLibrary[] = [
  // Read from testtools 2.5, oslotest 4.5, fixtures 4.0 and testscenarios 0.5, which are mixed into one another.
  {
    classes:
      /^(?:testtools\.(?:testcase\.)?TestCase|oslotest\.base\.BaseTestCase|fixtures\.(?:testcase\.)?TestWithFixtures|testscenarios\.(?:testcase\.)?(?:TestWithScenarios|WithScenarios))$/,
    names: words(`
      DEFAULT_TIMEOUT TIMEOUT_SCALING_FACTOR _add_reason _details _exceptions _fake_logs _fake_output _formatTypes
      _get_scenarios _get_test_method _matchHelper _report_error _report_expected_failure _report_failure
      _report_skip _report_traceback _report_unexpected_success _reset _result _run_setup _run_teardown
      _run_test_method _run_test_with _set_timeout _traceback_id_gens _unique_id_gen addDetail addDetailUniqueName
      addOnException assertThat case create_tempfiles decorated exception_handlers expectFailure expectThat
      force_failure getDetails getUniqueInteger getUniqueString handlers last_resort log_fixture matchee onException
      output_fixture patch reactor result run_tests_with scenarios skip skipException suiteClass useFixture
    `),
  },
  // Read from Django 3.2 and Django REST framework 3.14, with names that other versions of Django have.
  {
    classes:
      /^(?:django\.test\.(?:testcases\.)?(?:SimpleTestCase|TransactionTestCase|TestCase|LiveServerTestCase)|django\.contrib\.staticfiles\.testing\.StaticLiveServerTestCase|rest_framework\.test\.(?:API(?:Simple|Transaction|LiveServer)?TestCase|URLPatternsTestCase))$/,
    names: words(`
      _DatabaseFailure _add_databases_failures _assertFooMessage _assert_contains _assert_form_error
      _assert_raises_or_warns_cm _assert_template_used _check_test_client_response _cls_modified_context
      _cls_overridden_context _connections_override _create_server_thread _databases_names
      _databases_support_savepoints _databases_support_transactions _disallowed_connection_methods
      _disallowed_database_msg _enter_atomics _fixture_setup _fixture_teardown _live_server_modified_settings
      _lockfile _make_connections_override _modified_settings _module _module_urlpatterns _old_root_urlconf
      _overridden_settings _override _post_teardown _pre_setup _pre_setup_ran_eagerly _remove_databases_failures
      _reset_sequences _rollback_atomics _setup_and_call _should_check_constraints _should_reload_connections
      _tearDownClassInternal _terminate_thread _test_serialized_contents _text_repr _urlconf_setup _urlconf_teardown
      _validate_databases allowed_host assertContains assertFieldOutput assertFormError assertFormSetError
      assertFormsetError assertHTMLEqual assertHTMLNotEqual assertInHTML assertJSONEqual assertJSONNotEqual
      assertNotContains assertNotInHTML assertNumQueries assertQuerySetEqual assertQuerysetEqual assertRaisesMessage
      assertRedirects assertTemplateNotUsed assertTemplateUsed assertURLEqual assertWarnsMessage assertXMLEqual
      assertXMLNotEqual async_client async_client_class atomics available_apps captureOnCommitCallbacks client
      client_class cls_atomics databases fixtures host httpd live_server_url lockfile modify_settings multi_db
      ordered port redirect_chain render reset_sequences serialized_rollback server_thread server_thread_class
      setUpTestData settings static_handler tags templates urlpatterns urls
    `),
  },
  // Read from Twisted 22.4.
  {
    classes: /^twisted\.trial\.unittest\.(?:SynchronousTestCase|TestCase)$/,
    names: words(`
      _cbDeferTestMethod _classCleanUp _cleanUp _deprecateReactor _ebDeferSetUp _ebDeferTearDown _ebDeferTestMethod
      _getSkipReason _getSuppress _installObserver _makeReactorMethod _observer _parents _passed _reactorMethods
      _removeObserver _run _runCleanups _runFixturesAndTest _savedGlobals _timedOut _undeprecateReactor _wait
      _warnings addTest assertApproximates assertFailure assertIdentical assertNoResult assertNot assertNotIdentical
      assertNotSubstring assertSubstring callDeprecated category deferRunCleanups deferSetUp deferTearDown
      deferTestMethod done failIfAlmostEquals failIfEquals failIfIdentical failIfIn failIfIsInstance failIfSubstring
      failUnlessApproximates failUnlessEquals failUnlessFailure failUnlessFalse failUnlessIdentical failUnlessIn
      failUnlessIsInstance failUnlessSubstring failUnlessTrue failUnlessWarns failureResultOf flushLoggedErrors
      flushWarnings getDeprecatedModuleAttribute getSkip getSuppress getTimeout getTodo mktemp patch skip
      successResultOf suppress testSuite test_suite timeout todo
    `),
  },
  // Read from absl-py 0.15.
  {
    classes: /^absl\.testing\.(?:absltest|parameterized)\.TestCase$/,
    names: words(`
      _cls_exit_stack _exit_stack _feedErrorsToResult _get_params_repr _get_tempdir_path_cls _get_tempdir_path_test
      _get_tempfile_cleanup _id_suffix _internal_cleanup_on_success _maybe_add_temp_path_cleanup _ran_and_passed
      _randomize_ordering_seed _test_params_reprs assertBetween assertCommandFails assertCommandSucceeds
      assertContainsExactSubsequence assertContainsInOrder assertContainsSubsequence assertContainsSubset
      assertEmpty assertJsonEqual assertLen assertNoCommonElements assertNotEmpty assertRaisesWithLiteralMatch
      assertRaisesWithPredicateMatch assertRegexMatch assertSameElements assertSameStructure
      assertSequenceAlmostEqual assertSequenceStartsWith assertTotallyOrdered assertUrlEqual create_tempdir
      create_tempfile enter_context expected_exception id_suffix items msg register set_default_xml_stream
      set_testsuites_property tempfile_cleanup test_case test_func
    `),
  },
  // Read from Tornado 6.2.
  {
    classes: /^tornado\.testing\.Async(?:HTTPS?)?TestCase$/,
    names: words(`
      _app _handle_exception _test_generator all_tasks asyncio_loop cr_running default_ssl_options fetch get_app
      get_http_client get_http_port get_http_server get_httpserver_options get_new_ioloop get_protocol
      get_ssl_options get_url http_client http_server io_loop should_close_asyncio_loop stop wait
    `),
  },
];
