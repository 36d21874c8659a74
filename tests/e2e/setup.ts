/**
 * A browser test that fails is run once more: a machine under load can let a whole browser stand still for seconds.
 * Its first failure is printed all the same, and a test that fails twice has failed.
 */
jest.retryTimes(1, { logErrorsBeforeRetry: true });
