#pragma once

#include <QString>

// The folders that tests read, by their absolute paths, without a slash at the end. In a file of their own:
// were they definitions for every test, no compiler cache could serve a second checkout.
QString sourceFolder(); // the checkout
QString seedsFolder();  // the sample archive
QString testsFolder();  // this folder
QString sharedFolder(); // with the corpora, beside the checkout; where it is missing, their tests skip
