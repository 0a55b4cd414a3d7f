#include "ui/picturesaver.h"

#include "ui/failuretexts.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace
{

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(PictureSaver)
};

QString suffix(ImageType type)
{
    const QByteArray name = contentType(type);
    return type == ImageType::Jpeg ? u"jpg"_s : QString::fromLatin1(name.mid(name.indexOf('/') + 1));
}

}

QString suggestedPictureName(const QUrl &address, ImageType type)
{
    static const QRegularExpression unwanted(u"[^\\w\\-]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    constexpr int longest = 80; // characters; file systems end at 255 bytes
    QString name = address.fileName();
    name = name.left(name.lastIndexOf(u'.')).replace(unwanted, u"_"_s).left(longest);
    return (name.isEmpty() ? Texts::tr("picture") : name) + u'.' + suffix(type);
}

PictureFile savePicture(QWidget *window, const QUrl &address, const ImageAnswer &answer)
{
    if (answer.bytes.isEmpty())
        return {{}, failureSentence(answer)};
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::PicturesLocation);
    const QString name = QFileDialog::getSaveFileName(
        window, Texts::tr("Save Picture"), folder + u'/' + suggestedPictureName(address, answer.type));
    if (name.isEmpty())
        return {};
    QSaveFile file(name);
    if (file.open(QIODevice::WriteOnly) && file.write(answer.bytes) == answer.bytes.size() && file.commit())
        return {name, {}};
    return {{}, Texts::tr("The picture could not be saved: %1").arg(file.errorString())};
}
