#include "app/library/settings.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSettings final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_file = m_folder.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u".ini"_s); }
    void absentFile_givesDefaults();
    void everything_survivesReopening();
    void unreadableValues_countAsAbsent();
    void garbage_givesDefaults();
    void recentFolders_newestFirstAtMostTen();
    void file_belongsToTheArchiveItIsKnownFrom();
    void sessions_areOneAFolder();
    void sessionWithoutArticle_forgetsTheOldOne();
    void themeOfEarlierVersions_isKept();
    void forgottenSessions_areGone();
    void unwritableFile_saysSo();
    void whatIsSetAgain_isNotWrittenAgain();

private:
    void write(const QByteArray &text) const;

    QTemporaryDir m_folder;
    QString m_file;
};

void TestSettings::write(const QByteArray &text) const
{
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestSettings::absentFile_givesDefaults()
{
    const Settings settings(m_file);
    QCOMPARE(settings.pageStyle(), PageStyle());
    QCOMPARE(settings.recentFolders(), QStringList());
    QCOMPARE(settings.windowState(u"main"_s), QByteArray());
    QVERIFY(settings.followsSystem());
    QCOMPARE(settings.offline(), false);
    QCOMPARE(settings.isReadHidden(), false);
    QCOMPARE(settings.usesPublicArchive(), false);
    QCOMPARE(settings.pictureMode(), PictureMode::Always);
    QVERIFY(settings.fetchesUnasked({u"a"_s}));
    QCOMPARE(settings.pictureCategories(), QList<QStringList>());
    QCOMPARE(settings.keyPreset(), QString());
    QVERIFY(settings.ownKeys().isEmpty());
    const ArchiveSession session = settings.session(u"/a"_s);
    QCOMPARE(session.category, QStringList());
    QVERIFY(!session.article);
    QCOMPARE(session.sort, ArticleSort());
}

void TestSettings::everything_survivesReopening()
{
    const PageStyle style{Theme::Sepia,
                          FontStyle::Sans,
                          22,
                          120,
                          90,
                          ParagraphStyle::Indented,
                          u"EB Garamond"_s,
                          u"霞鹜文楷, 轻"_s,
                          Tracking::Kept,
                          PictureMotion::Still,
                          Contrast::High};
    const ArchiveSession session{{u"新媒体"_s, u"a, b/c"_s},
                                 Identity{0xfedcba9876543210},
                                 0.25,
                                 {SortKey::Author, Qt::AscendingOrder}};
    const QByteArray state("\x00\xff@x", 4);
    const QMap<QString, QStringList> keys{{u"actionStar"_s, {u"G, S"_s, u"Ctrl+,"_s}},
                                          {u"actionPrint"_s, {}}};
    {
        Settings settings(m_file);
        settings.setPageStyle(style);
        settings.setFollowsSystem(true);
        settings.addRecentFolder(u"/文件夹/a b"_s);
        settings.setSession(u"/文件夹"_s, session);
        settings.setWindowState(u"main"_s, state);
        settings.setOffline(true);
        settings.setReadHidden(true);
        settings.setPictureLimit(usualPictureLimit / 2);
        settings.setMarksFolder(u"/文件夹/a, b"_s);
        settings.setUsesPublicArchive(true);
        settings.setPictureMode(PictureMode::WhenAsked);
        settings.setKeyPreset(u"vim"_s);
        settings.setOwnKeys({{u"gone"_s, {u"X"_s}}});
        settings.setOwnKeys(keys);
        for (const QStringList &category :
             {QStringList{u"新, x"_s, u"a/b"_s}, QStringList{u"b"_s}, QStringList{u"新, x"_s, u"a/b"_s}})
            settings.addPictureCategory(category);
        QVERIFY(settings.sync());
    }
    const Settings settings(m_file);
    QCOMPARE(settings.pageStyle(), style);
    QVERIFY(settings.followsSystem());
    QCOMPARE(settings.recentFolders(), QStringList(u"/文件夹/a b"_s));
    QCOMPARE(settings.pictureLimit(), usualPictureLimit / 2);
    QCOMPARE(settings.marksFolder(), u"/文件夹/a, b"_s);
    QCOMPARE(settings.windowState(u"main"_s), state);
    QCOMPARE(settings.offline(), true);
    QCOMPARE(settings.isReadHidden(), true);
    QCOMPARE(settings.usesPublicArchive(), true);
    QCOMPARE(settings.pictureMode(), PictureMode::WhenAsked);
    QCOMPARE(settings.keyPreset(), u"vim"_s);
    QCOMPARE(settings.ownKeys(), keys);
    QCOMPARE(settings.pictureCategories(), (QList<QStringList>{{u"b"_s}, {u"新, x"_s, u"a/b"_s}}));
    const ArchiveSession kept = settings.session(u"/文件夹/"_s);
    QCOMPARE(kept.category, session.category);
    QCOMPARE(kept.article, session.article);
    QCOMPARE(kept.position, 0.25);
    QCOMPARE(kept.sort, session.sort);
}

void TestSettings::unreadableValues_countAsAbsent()
{
    {
        Settings settings(m_file);
        settings.setSession(u"/a"_s, {{u"x"_s}, Identity{1}, 0.5, {SortKey::Title, Qt::AscendingOrder}});
        QVERIFY(settings.sync());
    }
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    file.close();
    text.replace("article=1", "article=zz")
        .replace("position=0.5", "position=nan")
        .replace("sort=title", "sort=7");
    write(text + "\n[page]\ntheme=pink\nfont=9\ntext-size=4000\n");
    const Settings settings(m_file);
    QCOMPARE(settings.pageStyle(), PageStyle());
    const ArchiveSession session = settings.session(u"/a"_s);
    QVERIFY(!session.article);
    QCOMPARE(session.position, 0.0);
    QCOMPARE(session.sort.key, SortKey::Date);
}

void TestSettings::garbage_givesDefaults()
{
    write(QByteArray("\x00[[[\xff\n=\n%%%", 13));
    const Settings settings(m_file);
    QCOMPARE(settings.pageStyle(), PageStyle());
    QCOMPARE(settings.recentFolders(), QStringList());
}

void TestSettings::recentFolders_newestFirstAtMostTen()
{
    Settings settings(m_file);
    for (int i = 0; i < 12; ++i)
        settings.addRecentFolder(u"/folder%1"_s.arg(i));
    settings.addRecentFolder(u"/folder5"_s);
    const QStringList folders = settings.recentFolders();
    QCOMPARE(folders.size(), 10);
    QCOMPARE(folders.first(), u"/folder5"_s);
    QCOMPARE(folders[1], u"/folder11"_s);
    QCOMPARE(folders.count(u"/folder5"_s), 1);
    settings.clearRecentFolders();
    QCOMPARE(settings.recentFolders(), QStringList());
}

void TestSettings::file_belongsToTheArchiveItIsKnownFrom()
{
    const QTemporaryDir home;
    const auto put = [&home](const QString &folder) {
        QFile file(home.filePath(folder + u"/b.md"_s));
        return QDir(home.path()).mkpath(folder) && file.open(QIODevice::WriteOnly);
    };
    QVERIFY(put(u"archive/a"_s) && put(u"archive2/a"_s));
    Settings settings(m_file);
    QCOMPARE(settings.archiveOf({}), QString());
    settings.addRecentFolder(home.filePath(u"archive"_s));
    QCOMPARE(settings.archiveOf({}), home.filePath(u"archive"_s));
    QCOMPARE(settings.archiveOf(home.filePath(u"archive/a/b.md"_s)), home.filePath(u"archive"_s));
    QCOMPARE(settings.archiveOf(home.filePath(u"archive2/a/b.md"_s)), home.filePath(u"archive2/a"_s));
    QCOMPARE(settings.archiveOf(home.filePath(u"archive/a"_s)), home.filePath(u"archive/a"_s));
    QCOMPARE(settings.archiveOf(u"/nonexistent"_s), u"/nonexistent"_s);
}

void TestSettings::sessions_areOneAFolder()
{
    Settings settings(m_file);
    settings.setSession(u"/a"_s, {{u"x"_s}, {}, 0, {}});
    settings.setSession(u"/b"_s, {{u"y"_s}, {}, 0, {}});
    QCOMPARE(settings.session(u"/a"_s).category, QStringList(u"x"_s));
    QCOMPARE(settings.session(u"/b"_s).category, QStringList(u"y"_s));
}

void TestSettings::sessionWithoutArticle_forgetsTheOldOne()
{
    Settings settings(m_file);
    settings.setSession(u"/a"_s, {{}, Identity{5}, 0, {}});
    settings.setSession(u"/a"_s, {});
    QVERIFY(!settings.session(u"/a"_s).article);
}

void TestSettings::themeOfEarlierVersions_isKept()
{
    write("[page]\ntheme=sepia\n");
    const Settings settings(m_file);
    QVERIFY(!settings.followsSystem());
    QCOMPARE(settings.pageStyle().theme, Theme::Sepia);
}

void TestSettings::forgottenSessions_areGone()
{
    Settings settings(m_file);
    settings.setSession(u"/a"_s, {{u"x"_s}, Identity{5}, 0.5, {}});
    settings.setOffline(true);
    settings.forgetSessions();
    QVERIFY(!settings.session(u"/a"_s).article);
    QVERIFY(settings.offline());
}

void TestSettings::unwritableFile_saysSo()
{
    write("x");
    Settings settings(m_file + u"/below-a-file.ini"_s);
    settings.setOffline(true);
    QVERIFY(!settings.sync());
}

// Every start sets these two; writing waits for the disk, on the window's thread.
void TestSettings::whatIsSetAgain_isNotWrittenAgain()
{
    Settings settings(m_file);
    settings.setFollowsSystem(true);
    settings.addRecentFolder(u"/a"_s);
    settings.sync();
    QVERIFY(QFile::remove(m_file));
    settings.setFollowsSystem(true);
    settings.setUsesPublicArchive(false);
    settings.addRecentFolder(u"/a"_s);
    settings.sync();
    QVERIFY(!QFile::exists(m_file));
    settings.setFollowsSystem(false);
    settings.sync();
    QVERIFY(QFile::exists(m_file));
}

QTEST_GUILESS_MAIN(TestSettings)
#include "tst_settings.moc"
