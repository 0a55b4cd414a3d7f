#pragma once

#include "ui/enginesetup.h"

#include <QApplication>
#include <QTest>

// What a test with the web engine has in place of QTEST_MAIN. `setUp` is called with the application, before
// there is a widget.
template <typename Test>
int runWithEngine(int argc, char *argv[], void (*setUp)(QApplication &) = nullptr)
{
    if (const int refused = prepareEngine(argc, argv))
        return refused;
    QApplication application(argc, argv);
    if (setUp)
        setUp(application);
    Test test;
    return QTest::qExec(&test, argc, argv);
}
