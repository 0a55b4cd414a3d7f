#pragma once

#include "app/library/library.h"
#include "tests/patience.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <memory>

// A library over a folder "archive" of three articles, one a day, the newest the third; what the tests of a
// Library begin with. Nothing is told by the watch unless a test gives other limits.
class SampleLibrary : public QObject
{
protected:
    void begin()
    {
        m_library.reset();
        m_folder = std::make_unique<QTemporaryDir>();
        write(QStringLiteral("1.md"), QStringLiteral("one"), QStringLiteral("a"), 1);
        write(QStringLiteral("2.md"), QStringLiteral("two"), QStringLiteral("a"), 2);
        write(QStringLiteral("3.md"), QStringLiteral("three"), QStringLiteral("b"), 3);
    }

    void end() { m_library.reset(); }

    LibraryPaths paths() const
    {
        constexpr std::chrono::hours never(1);
        return {path(QStringLiteral("data")),   path(QStringLiteral("cache")),   QTimeZone("Asia/Shanghai"),
                &QDateTime::currentDateTimeUtc, WatchLimits{never, never, 1000}, never};
    }

    void open(const QString &folder) { open(folder, paths()); }

    void open(const QString &folder, const LibraryPaths &where)
    {
        m_finished.reset();
        m_library.reset(); // before another one opens the same files
        m_library = std::make_unique<Library>(where);
        m_finished = std::make_unique<QSignalSpy>(m_library.get(), &Library::passFinished);
        constexpr auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
        new QAbstractItemModelTester(m_library->articles(), fatal, m_library.get());
        new QAbstractItemModelTester(m_library->categories(), fatal, m_library.get());
        m_library->openArchive(folder);
    }

    void waitForPass() { QTRY_COMPARE_WITH_TIMEOUT(m_finished->size(), 1, patience); }

    void write(const QString &name, const QString &title, const QString &category, int day,
               const QString &link = {}) const
    {
        QFile file(path(QStringLiteral("archive/") + name));
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QStringLiteral("---\ntitle: %1\ncategories:\n - %2\ndate: 2021-11-%3 12:00:00\nlink: %4\n"
                                  "---\ntext of %1\n")
                       .arg(title, category, QString::number(day).rightJustified(2, u'0'), link)
                       .toUtf8());
    }

    void writeMany(int count) const
    {
        for (int i = 0; i < count; ++i)
            write(QStringLiteral("many/%1.md").arg(i), QStringLiteral("t%1").arg(i), QStringLiteral("many"),
                  1 + i % 28);
    }

    bool remove(const QString &name) const { return QFile::remove(path(QStringLiteral("archive/") + name)); }

    bool rename(const QString &from, const QString &to) const
    {
        return QDir().rename(path(QStringLiteral("archive/") + from), path(QStringLiteral("archive/") + to));
    }

    QString path(const QString &name) const { return m_folder->filePath(name); }
    int count() const { return m_library->articles()->rowCount(); }
    PassResult lastResult() const { return m_finished->last()[0].value<PassResult>(); }

    // Once it is read; empty where the list became shorter meanwhile.
    ArticleRow row(int number) const
    {
        const ArticleModel *const articles = m_library->articles();
        const auto isKnown = [&] { return number >= articles->rowCount() || articles->article(number); };
        return QTest::qWaitFor(isKnown, patience) ? articles->article(number).value_or(ArticleRow())
                                                  : ArticleRow();
    }

    QStringList titles() const
    {
        QStringList list;
        for (int at = 0; at < count(); ++at)
            list << row(at).head.title;
        return list;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<QSignalSpy> m_finished;
};
