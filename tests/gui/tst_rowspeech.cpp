#include "ui/language.h"
#include "ui/rowspeech.h"

#include "app/catalog/catalogtypes.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestRowSpeech final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        installLanguage(*QCoreApplication::instance());
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    }

    void article_data()
    {
        QTest::addColumn<ArticleRow>("article");
        QTest::addColumn<QString>("spoken");
        ArticleRow row;
        row.head.title = u"On\n Tides"_s;
        row.head.date = QDateTime(QDate(2024, 2, 29), QTime(12, 0));
        QTest::newRow("unread") << row << u"unread, On Tides, Thursday, 29 February 2024"_s;
        row.head.author = u"A. Moon"_s;
        row.read = true;
        QTest::newRow("read") << row << u"On Tides, A. Moon, Thursday, 29 February 2024"_s;
        row.starred = true;
        QTest::newRow("starred") << row << u"starred, On Tides, A. Moon, Thursday, 29 February 2024"_s;
        row.read = false;
        row.head.problems = Problem::DateMissing;
        QTest::newRow("all, undated") << row << u"unread, starred, On Tides, A. Moon, no date"_s;
    }

    void article()
    {
        QFETCH(const ArticleRow, article);
        QTEST(spokenArticle(article), "spoken");
    }

    void counts_haveTheirPlural()
    {
        QCOMPARE(spokenCategory(u"Sea"_s, 1, 5), u"Sea, 1 unread"_s);
        QCOMPARE(spokenCategory(u"Sea"_s, 3, 5), u"Sea, 3 unread"_s);
        QCOMPARE(spokenCategory(u"Sea"_s, 0, 5), u"Sea, 5 articles"_s);
        QCOMPARE(spokenView(u"Starred"_s, 1), u"Starred, 1 article"_s);
        QCOMPARE(spokenView(u"Starred"_s, 0), u"Starred, 0 articles"_s);
    }
};

QTEST_GUILESS_MAIN(TestRowSpeech)

#include "tst_rowspeech.moc"
