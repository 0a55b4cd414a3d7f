#include "tests/gui/enginetest.h"
#include "ui/historydialog.h"

#include "tests/gui/testprogram.h"
#include "tests/patience.h"

#include <QLineEdit>
#include <QTemporaryDir>
#include <QTreeView>

using namespace Qt::StringLiterals;

namespace
{
ReadArticle readArticle(quint64 identity, const QString &title, const QDateTime &at)
{
    ReadArticle read;
    read.article.head.identity = Identity{identity};
    read.article.head.title = title;
    read.article.head.author = u"Li Hua"_s;
    read.article.head.categories = {u"新闻"_s, u"World"_s};
    read.readAt = at.toUTC();
    return read;
}
}

class TestHistoryDialog final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        const QDateTime today(QDate(2021, 11, 23), QTime(12, 0), Qt::LocalTime);
        m_dialog = std::make_unique<HistoryDialog>(nullptr);
        m_dialog->showHistory({readArticle(1, u"One"_s, today), readArticle(2, u"第二"_s, today.addSecs(-60)),
                               readArticle(3, u"Three"_s, today.addDays(-1))});
    }

    void articles_standUnderTheirDays()
    {
        QCOMPARE(tree()->model()->rowCount(), 2);
        QCOMPARE(titles(), u"One,第二;Three"_s);
        QCOMPARE(tree()->currentIndex().data().toString(), u"One"_s);
    }

    // The focus stays in the field: a screen reader hears its description.
    void currentRow_isHeardInTheField()
    {
        QVERIFY(search()->accessibleDescription().startsWith(u"One, Li Hua"_s));
        QTest::keyClick(search(), Qt::Key_Down);
        QVERIFY(search()->accessibleDescription().startsWith(u"第二"_s));
        search()->setText(u"zzz"_s);
        QVERIFY(search()->accessibleDescription().contains(u"zzz"_s));
    }

    void search_narrows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("titles");
        QTest::newRow("title") << u"thr"_s << u"Three"_s;
        QTest::newRow("Chinese") << u"二"_s << u"第二"_s;
        QTest::newRow("author") << u"li hua"_s << u"One,第二;Three"_s;
        QTest::newRow("category") << u"新闻"_s << u"One,第二;Three"_s;
        QTest::newRow("nothing") << u"zzz"_s << QString();
        QTest::newRow("no pattern") << u".*"_s << QString();
    }

    void search_narrows()
    {
        QFETCH(QString, text);
        search()->setText(text);
        QTEST(titles(), "titles");
    }

    void keys_walkAndOpenFromTheSearchField()
    {
        m_dialog->show();
        QList<Identity> wanted;
        connect(m_dialog.get(), &HistoryDialog::articleWanted, this,
                [&wanted](Identity article) { wanted << article; });
        QTest::keyClick(search(), Qt::Key_Return);
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(search(), Qt::Key_Down); // over the next day's heading
        QTest::keyClick(search(), Qt::Key_Return);
        QCOMPARE(wanted, QList<Identity>({Identity{1}, Identity{3}}));
    }

    void newerHistory_keepsTheCurrentLine()
    {
        const QDateTime today(QDate(2021, 11, 23), QTime(13, 0), Qt::LocalTime);
        QTest::keyClick(search(), Qt::Key_Down);
        m_dialog->showHistory({readArticle(4, u"Four"_s, today), readArticle(1, u"One"_s, today),
                               readArticle(2, u"第二"_s, today)});
        QCOMPARE(tree()->currentIndex().data().toString(), u"第二"_s);
    }

    // The way through the whole program: read, look up, open again.
    void article_isOpenedAgain()
    {
        QTemporaryDir home;
        TestProgram program(home.path());
        program.settings.setReadWhen(ReadWhen::AtOnce);
        program.open(TestProgram::seeds());
        const auto row = [&program](int at) {
            return program.library.articles()->article(at).value_or(ArticleRow());
        };
        QTRY_VERIFY_WITH_TIMEOUT(row(0).read && program.pane->articleId() == row(0).id, patience);
        const Identity first = row(0).head.identity;
        program.list()->setCurrentIndex(program.library.articles()->index(1));
        QTRY_VERIFY_WITH_TIMEOUT(row(1).read && program.pane->articleId() == row(1).id, patience);
        program.trigger(u"actionHistory"_s);
        auto *history = program.find<HistoryDialog>();
        auto *shown = history->findChild<QTreeView *>();
        QTRY_VERIFY_WITH_TIMEOUT(shown->model()->rowCount(shown->model()->index(0, 0)) == 2, patience);
        Q_EMIT history->articleWanted(first);
        QTRY_COMPARE_WITH_TIMEOUT(program.pane->articleId(), row(0).id, patience);
        program.trigger(u"actionBack"_s);
        QTRY_COMPARE_WITH_TIMEOUT(program.pane->articleId(), row(1).id, patience);
    }

private:
    QTreeView *tree() const { return m_dialog->findChild<QTreeView *>(); }
    QLineEdit *search() const { return m_dialog->findChild<QLineEdit *>(); }
    QString titles() const
    {
        QStringList days;
        const QAbstractItemModel &model = *tree()->model();
        for (int day = 0; day < model.rowCount(); ++day) {
            QStringList ofDay;
            for (int row = 0; row < model.rowCount(model.index(day, 0)); ++row)
                ofDay << model.index(row, 0, model.index(day, 0)).data().toString();
            days << ofDay.join(u',');
        }
        return days.join(u';');
    }

    std::unique_ptr<HistoryDialog> m_dialog;
};

int main(int argc, char *argv[])
{
    return runWithEngine<TestHistoryDialog>(argc, argv);
}

#include "tst_historydialog.moc"
