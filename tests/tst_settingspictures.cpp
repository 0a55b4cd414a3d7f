#include "app/library/settings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestSettingsPictures final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pictureMode_isOneOfThree();
    void modeOfEarlierVersions_isKept();
    void limitThatHoldsNothing_isTheUsualOne();
    void pictures_comeUnaskedWhereTheReaderSaidSo();

private:
    QTemporaryDir m_folder;
};

void TestSettingsPictures::pictureMode_isOneOfThree()
{
    Settings settings(m_folder.filePath(u"modes.ini"_s));
    QCOMPARE(settings.pictureMode(), PictureMode::Always);
    for (const PictureMode mode : {PictureMode::Always, PictureMode::Never, PictureMode::WhenAsked}) {
        settings.setPictureMode(mode);
        QCOMPARE(settings.pictureMode(), mode);
    }
    settings.addPictureCategory({u"a"_s});
    settings.addPictureCategory({u"a"_s, u"b"_s, u"c"_s});
    QVERIFY(settings.fetchesUnasked({u"a"_s, u"b"_s}));
    QVERIFY(!settings.fetchesUnasked({u"b"_s}));
    settings.setPictureMode(PictureMode::Never);
    QVERIFY(!settings.fetchesUnasked({u"a"_s, u"b"_s}));
    settings.setPictureMode(PictureMode::WhenAsked);
    settings.removePictureCategory({u"a"_s, u"b"_s});
    QVERIFY(!settings.fetchesUnasked({u"a"_s, u"b"_s}));
    QCOMPARE(settings.pictureCategories(), (QList<QStringList>{{u"a"_s, u"b"_s, u"c"_s}}));
}

void TestSettingsPictures::modeOfEarlierVersions_isKept()
{
    QFile file(m_folder.filePath(u"earlier.ini"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[pictures]\nask=true\n");
    file.close();
    Settings settings(file.fileName());
    QCOMPARE(settings.pictureMode(), PictureMode::WhenAsked);
    settings.setPictureMode(PictureMode::Always);
    QCOMPARE(settings.pictureMode(), PictureMode::Always);
}

void TestSettingsPictures::limitThatHoldsNothing_isTheUsualOne()
{
    Settings settings(m_folder.filePath(u"limit.ini"_s));
    QCOMPARE(settings.pictureLimit(), usualPictureLimit);
    settings.setPictureLimit(usualPictureLimit / 2);
    QCOMPARE(settings.pictureLimit(), usualPictureLimit / 2);
    settings.setPictureLimit(1);
    QCOMPARE(settings.pictureLimit(), usualPictureLimit);
}

void TestSettingsPictures::pictures_comeUnaskedWhereTheReaderSaidSo()
{
    Settings settings(m_folder.filePath(u"unasked.ini"_s));
    QVERIFY(settings.fetchesUnasked({u"a"_s}));
    QVERIFY(settings.fetchesUnasked({}));
    settings.setPictureMode(PictureMode::WhenAsked);
    QVERIFY(!settings.fetchesUnasked({u"a"_s}));
    QVERIFY(!settings.fetchesUnasked({}));
    settings.addPictureCategory({u"a"_s, u"b"_s});
    QVERIFY(settings.fetchesUnasked({u"a"_s, u"b"_s}));
    QVERIFY(settings.fetchesUnasked({u"a"_s, u"b"_s, u"c"_s}));
    QVERIFY(!settings.fetchesUnasked({u"a"_s}));
    QVERIFY(!settings.fetchesUnasked({u"b"_s}));
}

QTEST_GUILESS_MAIN(TestSettingsPictures)
#include "tst_settingspictures.moc"
