#include "app/library/startnotes.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

using Stage = StartNotes::Stage;

class StartNotesTest final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        QVERIFY(m_home->isValid());
        m_folder = m_home->filePath(u"not yet there"_s);
    }

    void firstRun_knowsNothing()
    {
        const StartNotes notes(m_folder);
        QVERIFY(!notes.wasLeft("a"));
        QVERIFY(!notes.drawsInSoftware());
        QVERIFY(!QDir(m_folder).exists());
    }

    void endedWork_leavesNothing()
    {
        {
            const StartNotes notes(m_folder);
            const MakingNote note(&notes, "a");
            notes.begin(Stage::Drawing, "b");
            notes.end(Stage::Drawing, "b");
        }
        const StartNotes next(m_folder);
        QVERIFY(!next.wasLeft("a"));
        QVERIFY(!next.wasLeft("b"));
    }

    void death_isKnownUntilForgiven_data()
    {
        QTest::addColumn<Stage>("stage");
        QTest::newRow("making") << Stage::Making;
        QTest::newRow("drawing") << Stage::Drawing;
    }

    void death_isKnownUntilForgiven()
    {
        QFETCH(Stage, stage);
        const QByteArray article("folder\0path \xff", 13);
        StartNotes(m_folder).begin(stage, article);
        QVERIFY(StartNotes(m_folder).wasLeft(article));
        StartNotes notes(m_folder);
        QVERIFY(notes.wasLeft(article));
        QVERIFY(!notes.wasLeft("folder"));
        QVERIFY(!notes.drawsInSoftware());
        notes.forgive(article);
        QVERIFY(!notes.wasLeft(article));
        QVERIFY(!StartNotes(m_folder).wasLeft(article));
    }

    // What happens now is no sign of what happened then.
    void ownWork_isNoDeath()
    {
        const StartNotes notes(m_folder);
        notes.begin(Stage::Making, "a");
        QVERIFY(!notes.wasLeft("a"));
    }

    void softwareRendering_isRemembered()
    {
        {
            const StartNotes notes(m_folder);
            notes.setDrawsInSoftware(true);
            QVERIFY(!notes.drawsInSoftware());
        }
        const StartNotes next(m_folder);
        QVERIFY(next.drawsInSoftware());
        next.setDrawsInSoftware(false);
        QVERIFY(!StartNotes(m_folder).drawsInSoftware());
    }

    void twoDeathsWhileDrawing_drawInSoftware()
    {
        StartNotes(m_folder).begin(Stage::Drawing, "a");
        StartNotes(m_folder).begin(Stage::Drawing, "b");
        const StartNotes next(m_folder);
        QVERIFY(next.drawsInSoftware());
        QVERIFY(!next.wasLeft("a"));
        QVERIFY(!next.wasLeft("b"));
        // In software as well: now it is the article.
        next.begin(Stage::Drawing, "a");
        QVERIFY(StartNotes(m_folder).wasLeft("a"));
        QVERIFY(StartNotes(m_folder).drawsInSoftware());
    }

    void withoutCard_drawsInSoftware()
    {
        const StartNotes notes(m_folder, GraphicsCard::Absent);
        QVERIFY(notes.drawsInSoftware());
        QVERIFY(!StartNotes(m_folder).drawsInSoftware()); // a card that comes is used
    }

    void deathsWithoutCard_areTheArticles()
    {
        StartNotes(m_folder).begin(Stage::Drawing, "a");
        StartNotes(m_folder).begin(Stage::Drawing, "b");
        QVERIFY(StartNotes(m_folder, GraphicsCard::Absent).wasLeft("a"));
        QVERIFY(StartNotes(m_folder, GraphicsCard::Absent).wasLeft("b"));
    }

    void twoDeathsWhileMaking_areNotTheCards()
    {
        StartNotes(m_folder).begin(Stage::Making, "a");
        StartNotes(m_folder).begin(Stage::Making, "b");
        QVERIFY(!StartNotes(m_folder).drawsInSoftware());
    }

    void unwritableFolder_isBorne()
    {
        QFile file(m_folder);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        StartNotes notes(m_folder);
        notes.begin(Stage::Making, "a");
        notes.setDrawsInSoftware(true);
        notes.forgive("a");
        QVERIFY(!StartNotes(m_folder).wasLeft("a"));
        QVERIFY(!StartNotes(m_folder).drawsInSoftware());
    }

private:
    std::unique_ptr<QTemporaryDir> m_home;
    QString m_folder;
};

QTEST_GUILESS_MAIN(StartNotesTest)

#include "tst_startnotes.moc"
